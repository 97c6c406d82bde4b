using System.CommandLine;
using System.Text.Json;
using Sovia.Media.Scanning;

namespace Sovia.Commands;

/// <summary>Implements <c>scan [PATH...] [--json]</c>: finds media files and matches them to posts.</summary>
internal sealed class ScanCommand : ICliCommand
{
    private readonly Argument<string[]> paths = new("PATH")
    {
        Description = "Folders to scan; they are added to the media folders. Default: all media folders",
        Arity = ArgumentArity.ZeroOrMore
    };
    private readonly Option<bool> json = new("--json") { Description = "Print the report as JSON" };

    public Command CreateCommand(Func<IServiceProvider> services)
    {
        var command = new Command("scan", "Scan for media files, match them to items and print a report") { paths, json };
        command.SetAction((parsed, ct) => RunAsync(services().GetRequiredService<ScanRoots>(), parsed.GetValue(paths) ?? [],
            parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(ScanRoots scan, string[] paths, bool json, CancellationToken ct)
    {
        var report = paths.Length == 0 ? await scan.ScanAllAsync(null, ct) : await scan.ScanNamedAsync(paths, null, ct);
        if (json) Console.WriteLine(JsonSerializer.Serialize(report, ImportReport.JsonOptions));
        else ScanReportText.Print(report, Console.Out);
        return report.NothingRead ? ExitCode.NothingRead : report.Rejected > 0 ? ExitCode.SomeRejected : ExitCode.Success;
    }
}
