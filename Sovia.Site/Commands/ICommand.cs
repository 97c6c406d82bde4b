using System.CommandLine;

namespace Sovia.Commands;

/// <summary>One command of the terminal: what it is called, what it takes, what it does.</summary>
internal interface ICommand
{
    /// <summary>The command with its options and its action, which returns the exit code.</summary>
    Command Describe(IServiceProvider services);
}
