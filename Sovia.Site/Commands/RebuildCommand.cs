using System.CommandLine;
using System.Globalization;
using Sovia.Library.Rebuilding;

namespace Sovia.Commands;

/// <summary>Implements <c>rebuild</c>: derives families and their index rows from the posts again.</summary>
internal sealed class RebuildCommand : ICliCommand
{
    public Command CreateCommand(Func<IServiceProvider> services)
    {
        var command = new Command("rebuild", "Rebuild stacks and search data from the imported items");
        command.SetAction((_, ct) => RunAsync(services().GetRequiredService<RebuildLibrary>(), ct));
        return command;
    }

    private static async Task<int> RunAsync(RebuildLibrary rebuildLibrary, CancellationToken ct)
    {
        var families = await rebuildLibrary.RunAsync(staleOnly: false, null, ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Rebuilt {families:N0} {(families == 1 ? "stack" : "stacks")}."));
        return ExitCode.Success;
    }
}
