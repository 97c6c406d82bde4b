using System.CommandLine;
using Sovia.Storage;

namespace Sovia.Commands;

/// <summary>Decides between serving the site and a command of the terminal.</summary>
internal static class Terminal
{
    // A second command is a second line here.
    private static readonly ICommand[] All = [new ImportCommand(), new ScanCommand(), new RebuildCommand(), new SeedCommand()];

    /// <summary>True where the arguments name a command; the rest are settings for the site.</summary>
    public static bool IsCommand(string[] args) => args.Length > 0 && !args[0].StartsWith('-');

    /// <summary>
    /// To be called before anything is connected to: what waits for the database then goes on where its answer is heard, and not in the
    /// pool. An import is a sixth faster so. A site must not: one page that is slow to make would keep all others from hearing theirs.
    /// </summary>
    public static void Hurry() => Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");

    /// <summary>Runs the command with the store brought up to date, and without the site.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        var root = new RootCommand("Sovia keeps, finds and curates AI-made pictures and videos. Without a command it serves the site.") { TreatUnmatchedTokensAsErrors = true };
        foreach (var command in All) root.Subcommands.Add(command.Describe(services));
        var parsed = root.Parse([.. Split(args).Where(part => !part.IsSetting).Select(part => part.Text)]);
        if (parsed.Errors.Count == 0) await SoviaStore.BringUpToDateAsync(services, CancellationToken.None);
        return await parsed.InvokeAsync();
    }

    /// <summary>What of the arguments is for the configuration. It takes <c>/a/path</c> for a switch and would swallow the setting after it.</summary>
    public static string[] SettingsIn(string[] args) => IsCommand(args) ? [.. Split(args).Where(part => part.IsSetting).Select(part => part.Text)] : args;

    // --Sovia:DataDirectory=... and --ConnectionStrings:Postgres ... are settings, the latter with its value.
    private static IEnumerable<(string Text, bool IsSetting)> Split(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var isSetting = args[i].StartsWith("--", StringComparison.Ordinal) && args[i].Contains(':', StringComparison.Ordinal);
            yield return (args[i], isSetting);
            if (isSetting && !args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length) yield return (args[++i], true);
        }
    }
}
