using System.CommandLine;

namespace Sovia.Commands;

/// <summary>One command of the terminal: what it is called, what it takes, what it does.</summary>
internal interface ICliCommand
{
    /// <summary>The command with its options and its action, which returns the exit code.</summary>
    /// <param name="services">Gives the site's services. Only actions may ask for them: help is printed without any.</param>
    Command CreateCommand(Func<IServiceProvider> services);

    /// <summary>Whether what was typed works on the library, so that a database has to be there.</summary>
    bool NeedsDatabase(ParseResult parsed) => true;
}
