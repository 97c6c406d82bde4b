using System.CommandLine;

namespace Sovia.Commands;

/// <summary>A command-line command: its name, options and action.</summary>
internal interface ICliCommand
{
    /// <summary>Creates the command with its options and its action, which returns the exit code.</summary>
    /// <param name="services">Returns the site's services. Only actions may call this, because help is printed without services.</param>
    Command CreateCommand(Func<IServiceProvider> services);

    /// <summary>Returns whether the parsed command works on the library and so needs a database.</summary>
    bool NeedsDatabase(ParseResult parsed) => true;
}
