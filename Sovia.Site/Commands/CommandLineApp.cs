using System.CommandLine;
using System.CommandLine.Invocation;
using Sovia.Storage;

namespace Sovia.Commands;

/// <summary>
/// The parsed command line. Parsed before anything starts, because help, a usage error or an export needs no database and no folder.
/// </summary>
internal sealed class CommandLineApp
{
    private static readonly string[] HelpOptions = ["--help", "-h", "-?", "/?", "--version"];

    private readonly ParseResult parseResult;
    private IServiceProvider? provider;

    private CommandLineApp(string[] args)
    {
        // Register new commands here.
        ICliCommand[] cliCommands = [new ImportCommand(), new ScanCommand(), new RebuildCommand(), new SeedCommand()];
        var root =
            new RootCommand("Sovia: a self-hosted gallery for AI-made images and videos. Starts the web server if no command is given.")
            { TreatUnmatchedTokensAsErrors = true };
        var commands = cliCommands.ToDictionary(command => command.CreateCommand(() => provider
            ?? throw new InvalidOperationException("This command needs no library.")));
        foreach (var command in commands.Keys) root.Subcommands.Add(command);
        parseResult = root.Parse([.. SplitArguments(args).Where(argument => !argument.IsSetting).Select(argument => argument.Text)]);
        NeedsDatabase = parseResult.Errors.Count == 0 && parseResult.Action is AsynchronousCommandLineAction
            && commands.GetValueOrDefault(parseResult.CommandResult.Command)?.NeedsDatabase(parseResult) == true;
    }

    /// <summary>Whether the command works on the library. If not, it runs without services.</summary>
    public bool NeedsDatabase { get; }

    /// <summary>Parses the arguments.</summary>
    /// <returns>The command; null if the site is to be served.</returns>
    public static CommandLineApp? Parse(string[] args) => IsCommand(args) ? new(args) : null;

    /// <summary>
    /// Runs continuations of socket operations on the thread that receives the data instead of the pool, which makes an import a sixth
    /// faster. Call before any connection is opened. Not for the site, where one slow continuation would delay all other connections.
    /// </summary>
    public static void EnableInlineSocketCompletions() =>
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");

    /// <summary>Runs the command. Migrates the tables first if the command works on the library.</summary>
    /// <param name="services">The site's services; null if the command needs none.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IServiceProvider? services)
    {
        provider = services;
        if (services is not null) await SoviaStore.ApplySchemaChangesAsync(services, CancellationToken.None);
        // The program explains exceptions itself, in one place for commands and the site.
        return await parseResult.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
    }

    /// <summary>
    /// Returns the arguments that are settings. The configuration must not see the others, because it would parse <c>/a/path</c> as a
    /// switch and take the setting after it as its value.
    /// </summary>
    public static string[] ExtractSettings(string[] args) =>
        IsCommand(args) ? [.. SplitArguments(args).Where(argument => argument.IsSetting).Select(argument => argument.Text)] : args;

    private static bool IsCommand(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || args.Any(HelpOptions.Contains));

    // --Sovia:DataDirectory=... and --ConnectionStrings:Postgres ... are settings, the latter with its value.
    private static IEnumerable<(string Text, bool IsSetting)> SplitArguments(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var isSetting = args[i].StartsWith("--", StringComparison.Ordinal) && args[i].Contains(':', StringComparison.Ordinal);
            yield return (args[i], isSetting);
            if (isSetting && !args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length) yield return (args[++i], true);
        }
    }
}
