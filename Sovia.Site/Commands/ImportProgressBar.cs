using Sovia.Import;
using Spectre.Console;

namespace Sovia.Commands;

/// <summary>Shows an import's progress: a bar on an interactive terminal, lines if the output is piped.</summary>
internal static class ImportProgressBar
{
    /// <summary>Runs the work and shows its progress.</summary>
    public static async Task<ImportRun> ShowAsync(IAnsiConsole terminal, long bytes, Func<IProgress<ImportRun>, Task<ImportRun>> work)
    {
        if (!terminal.Profile.Capabilities.Interactive || Console.IsErrorRedirected)
            return await work(new ImportLineReporter(Console.Error));
        ImportRun? result = null;
        await terminal.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("Importing", maxValue: Math.Max(bytes, 1));
                result = await work(new ImportBarReporter(task));
            });
        return result!;
    }

    private sealed class ImportBarReporter(ProgressTask task) : IProgress<ImportRun>
    {
        public void Report(ImportRun value)
        {
            task.Value = value.BytesRead;
            task.Description = $"{value.Counts.Posts:N0} items";
        }
    }

    // Writes one line per tenth, to keep logs short enough to read.
    private sealed class ImportLineReporter(TextWriter output) : IProgress<ImportRun>
    {
        private long lastTenth;

        public void Report(ImportRun value)
        {
            var tenth = value.BytesTotal == 0 ? 10 : value.BytesRead * 10 / value.BytesTotal;
            if (tenth <= lastTenth || value.HasEnded) return;
            lastTenth = tenth;
            output.WriteLine($"{tenth * 10} %, {value.Counts.Posts:N0} items");
        }
    }
}
