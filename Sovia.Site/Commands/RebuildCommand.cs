using System.CommandLine;
using System.Globalization;
using Sovia.Library;

namespace Sovia.Commands;

/// <summary><c>rebuild</c>: derives families and everything they are found by from the posts again.</summary>
internal sealed class RebuildCommand : ICommand
{
    public Command Describe(Func<IServiceProvider> services)
    {
        var command = new Command("rebuild", "Rebuild stacks and search data from the imported items");
        command.SetAction((_, ct) => RunAsync(services().GetRequiredService<Rebuild>(), ct));
        return command;
    }

    private static async Task<int> RunAsync(Rebuild rebuild, CancellationToken ct)
    {
        var families = await rebuild.RunAsync(staleOnly: false, null, ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Rebuilt {families:N0} {(families == 1 ? "stack" : "stacks")}."));
        return ExitCode.AllIn;
    }
}
