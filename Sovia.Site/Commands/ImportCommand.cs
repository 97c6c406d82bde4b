using System.CommandLine;
using System.Text.Json;
using Sovia.Import;
using Sovia.Import.Previews;
using Sovia.Storage;
using Spectre.Console;

namespace Sovia.Commands;

/// <summary>Implements <c>import PATH... [--dry-run] [--json]</c>: imports files and folders into the library.</summary>
internal sealed class ImportCommand : ICliCommand
{
    private readonly Argument<string[]> paths = new("PATH") { Description = "Files or folders to import", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Preview only, change nothing" };
    private readonly Option<bool> json = new("--json") { Description = "Print the report as JSON" };

    public Command CreateCommand(Func<IServiceProvider> services)
    {
        var command = new Command("import", "Import Grok exports and print a report") { paths, dryRun, json };
        command.SetAction((parsed, ct) => RunAsync(services(), parsed.GetValue(paths)!, parsed.GetValue(dryRun), parsed.GetValue(json),
            ct));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string[] paths, bool dryRun, bool json, CancellationToken ct)
    {
        var terminal = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        if (CollectFiles(paths, terminal) is not { Count: > 0 } files) return ExitCode.NothingRead;
        var clock = services.GetRequiredService<TimeProvider>();
        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            State = ImportState.Importing,
            StartedAt = clock.GetUtcNow(),
            Sources = [.. files.Select(file => new ImportSource(file.Name, file.Size))],
        };
        ImportPreview? preview = null;
        run = dryRun
            ? await ImportProgressBar.ShowAsync(terminal, run.BytesTotal, async progress =>
            {
                (var result, preview) = await services.GetRequiredService<DryRunImport>().RunAsync(run, files, progress, ct);
                return result;
            })
            : await WriteAsync(services, terminal, run, files, ct);
        if (json) Console.WriteLine(JsonSerializer.Serialize(ImportReport.ToJsonModel(run, preview), ImportReport.JsonOptions));
        else ImportReport.Print(run, preview, Console.Out);
        return run.State == ImportState.Failed ? ExitCode.NothingRead : run.Counts.Rejected > 0 ? ExitCode.SomeRejected : ExitCode.Success;
    }

    // Only one import writes at a time. A dry run writes nothing, so it takes no lock.
    private static async Task<ImportRun> WriteAsync(IServiceProvider services, IAnsiConsole terminal, ImportRun run,
        List<ImportableFile> files, CancellationToken ct)
    {
        await using var lockHandle = await services.GetRequiredService<LibraryLockProvider>().AcquireAsync(ImportJob.JobName, ct);
        using var linkedCts = CancellationTokenSource.CreateLinkedTokenSource(ct, lockHandle.LostToken);
        ct = linkedCts.Token;
        return await ImportProgressBar.ShowAsync(terminal, run.BytesTotal, progress => services.GetRequiredService<ImportFiles>()
            .RunAsync(run, files, dryRun: false, progress, ct));
    }

    private static List<ImportableFile> CollectFiles(string[] paths, IAnsiConsole terminal)
    {
        var files = new List<ImportableFile>();
        foreach (var path in paths)
            if (File.Exists(path)) files.Add(ImportableFile.FromPath(path));
            else if (Directory.Exists(path)) files.AddRange(ReadFolder(path, terminal));
            else terminal.MarkupLineInterpolated($"[red]No such file or folder: {path}[/]");
        return files;
    }

    private static IReadOnlyList<ImportableFile> ReadFolder(string path, IAnsiConsole terminal)
    {
        var folder = ExportFolder.Read(path);
        if (folder.MediaCount > 0)
            terminal.WriteLine($"{folder.MediaCount:N0} images and videos in {path} were not copied. Run \"scan {path}\" to match them.");
        return folder.Files;
    }
}
