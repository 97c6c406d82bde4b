using Sovia.Seeding;
using Spectre.Console;

namespace Sovia.Commands;

/// <summary>Shows the seeding's progress: a bar on an interactive terminal, a line per tenth if the output is piped.</summary>
internal static class SeedProgressBar
{
    /// <summary>Runs the work and shows its progress.</summary>
    public static async Task<SeedProgress?> ShowAsync(IAnsiConsole terminal, int families,
        Func<IProgress<SeedProgress>, Task<SeedProgress?>> work)
    {
        if (!terminal.Profile.Capabilities.Interactive || Console.IsErrorRedirected)
            return await work(new SeedLineReporter(families, Console.Error));
        SeedProgress? result = null;
        await terminal.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context => result = await work(new SeedBarReporter(context.AddTask("Seeding", maxValue: families))));
        return result;
    }

    private sealed class SeedBarReporter(ProgressTask task) : IProgress<SeedProgress>
    {
        public void Report(SeedProgress value)
        {
            task.Value = value.Families;
            task.Description = $"{value.Posts:N0} items";
        }
    }

    private sealed class SeedLineReporter(int families, TextWriter output) : IProgress<SeedProgress>
    {
        private long lastTenth;

        public void Report(SeedProgress value)
        {
            var tenth = value.Families * 10L / families;
            if (tenth <= lastTenth) return;
            lastTenth = tenth;
            output.WriteLine($"{tenth * 10} %, {value.Posts:N0} items");
        }
    }
}
