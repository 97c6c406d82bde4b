using System.CommandLine;
using Sovia.Storage;

namespace Sovia.Commands;

/// <summary>Decides between serving the site and a command of the terminal.</summary>
internal static class Terminal
{
    // A second command is a second line here.
    private static readonly ICommand[] All = [new ImportCommand(), new ScanCommand()];

    /// <summary>True where the arguments name a command; the rest are settings for the site.</summary>
    public static bool IsCommand(string[] args) => args.Length > 0 && !args[0].StartsWith('-');

    /// <summary>
    /// The arguments that the configuration may read. Of a command only its settings: the configuration takes a path that
    /// begins with a slash for a switch, and whatever follows for its value.
    /// </summary>
    public static string[] SettingsIn(string[] args) => IsCommand(args) ? [.. Split(args, settings: true)] : args;

    /// <summary>Runs the command with the store brought up to date, and without the site.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        var root = new RootCommand("Sovia keeps, finds and curates AI-made pictures and videos. Without a command it serves the site.") { TreatUnmatchedTokensAsErrors = true };
        foreach (var command in All) root.Subcommands.Add(command.Describe(services));
        var parsed = root.Parse([.. Split(args, settings: false)]);
        if (parsed.Errors.Count == 0) await SoviaStore.BringUpToDateAsync(services, CancellationToken.None);
        return await parsed.InvokeAsync();
    }

    // --Sovia:DataDirectory=... or --ConnectionStrings:Postgres ...: what bears a colon is a setting, the rest is the command's.
    private static IEnumerable<string> Split(string[] args, bool settings)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var isSetting = args[i].StartsWith("--", StringComparison.Ordinal) && args[i].Contains(':', StringComparison.Ordinal);
            if (isSetting == settings) yield return args[i];
            if (!isSetting || args[i].Contains('=', StringComparison.Ordinal) || ++i == args.Length) continue;
            if (settings) yield return args[i];
        }
    }
}
