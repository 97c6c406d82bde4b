using System.CommandLine;
using System.CommandLine.Invocation;
using Sovia.Storage;

namespace Sovia.Commands;

/// <summary>
/// A command as it was typed, read before anything is started: help, a typing error or an export needs no database and no folder.
/// </summary>
internal sealed class CommandLineApp
{
    private static readonly string[] Help = ["--help", "-h", "-?", "/?", "--version"];

    private readonly ParseResult parsed;
    private IServiceProvider? provider;

    private CommandLineApp(string[] args)
    {
        // A further command is a further name here.
        ICliCommand[] all = [new ImportCommand(), new ScanCommand(), new RebuildCommand(), new SeedCommand()];
        var root =
            new RootCommand("Sovia: a self-hosted gallery for AI-made images and videos. Starts the web server if no command is given.")
            { TreatUnmatchedTokensAsErrors = true };
        var commands =
            all.ToDictionary(command => command.CreateCommand(() => provider
                ?? throw new InvalidOperationException("This command needs no library.")));
        foreach (var command in commands.Keys) root.Subcommands.Add(command);
        parsed = root.Parse([.. Split(args).Where(part => !part.IsSetting).Select(part => part.Text)]);
        NeedsDatabase = parsed.Errors.Count == 0 && parsed.Action is AsynchronousCommandLineAction
            && commands.GetValueOrDefault(parsed.CommandResult.Command)?.NeedsDatabase(parsed) == true;
    }

    /// <summary>Whether the command works on the library. Where it does not, it runs without services.</summary>
    public bool NeedsDatabase { get; }

    /// <summary>Reads what was typed.</summary>
    /// <returns>The command; null where the site is to be served.</returns>
    public static CommandLineApp? Parse(string[] args) => IsCommand(args) ? new(args) : null;

    /// <summary>
    /// To be called before anything is connected to: what waits for the database then goes on where its answer is heard, and not in the
    /// pool. An import is a sixth faster so. A site must not: one page that is slow to make would keep all others from hearing theirs.
    /// </summary>
    public static void EnableInlineSocketCompletions() =>
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");

    /// <summary>Runs the command. One that works on the library brings the store up to date first.</summary>
    /// <param name="services">The site's services; null where the command needs none.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IServiceProvider? services)
    {
        provider = services;
        if (services is not null) await SoviaStore.ApplySchemaChangesAsync(services, CancellationToken.None);
        // What cannot be done is explained by the program, in one place for commands and the site.
        return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
    }

    /// <summary>
    /// What of the arguments is for the configuration. It takes <c>/a/path</c> for a switch and would swallow the setting after it.
    /// </summary>
    public static string[] ExtractSettings(string[] args) =>
        IsCommand(args) ? [.. Split(args).Where(part => part.IsSetting).Select(part => part.Text)] : args;

    private static bool IsCommand(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || args.Any(Help.Contains));

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
