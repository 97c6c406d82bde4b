using System.CommandLine;
using System.Text.Json;
using Sovia.Import;
using Sovia.Import.Previews;
using Sovia.Storage;
using Spectre.Console;

namespace Sovia.Commands;

/// <summary><c>import PATH... [--dry-run] [--json]</c>: files and folders into the library, from the terminal.</summary>
internal sealed class ImportCommand : ICommand
{
    private readonly Argument<string[]> paths = new("PATH") { Description = "Files or folders to import", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Preview only, change nothing" };
    private readonly Option<bool> json = new("--json") { Description = "Print the report as JSON" };

    public Command Describe(Func<IServiceProvider> services)
    {
        var command = new Command("import", "Import Grok exports and print a report") { paths, dryRun, json };
        command.SetAction((parsed, ct) => RunAsync(services(), parsed.GetValue(paths)!, parsed.GetValue(dryRun), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string[] paths, bool dryRun, bool json, CancellationToken ct)
    {
        var terminal = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        if (Files(paths, terminal) is not { Count: > 0 } files) return ExitCode.NothingRead;
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
                (var read, preview) = await services.GetRequiredService<ForeseeImport>().RunAsync(run, files, progress, ct);
                return read;
            })
            : await WriteAsync(services, terminal, run, files, ct);
        if (json) Console.WriteLine(JsonSerializer.Serialize(ImportReport.Of(run, preview), ImportReport.Json));
        else ImportReport.Print(run, preview, Console.Out);
        return run.State == ImportState.Failed ? ExitCode.NothingRead : run.Counts.Rejected > 0 ? ExitCode.SomeRejected : ExitCode.AllIn;
    }

    // Looking writes nothing and waits for nobody; one import writes at a time.
    private static async Task<ImportRun> WriteAsync(IServiceProvider services, IAnsiConsole terminal, ImportRun run, List<ImportFile> files, CancellationToken ct)
    {
        await using var held = await services.GetRequiredService<WriteLock>().AcquireAsync(ImportJob.JobName, ct);
        using var going = CancellationTokenSource.CreateLinkedTokenSource(ct, held.Lost);
        ct = going.Token;
        return await ImportProgressBar.ShowAsync(terminal, run.BytesTotal, progress => services.GetRequiredService<ImportFiles>().RunAsync(run, files, dryRun: false, progress, ct));
    }

    private static List<ImportFile> Files(string[] paths, IAnsiConsole terminal)
    {
        var files = new List<ImportFile>();
        foreach (var path in paths)
            if (File.Exists(path)) files.Add(ImportFile.At(path));
            else if (Directory.Exists(path)) files.AddRange(In(path, terminal));
            else terminal.MarkupLineInterpolated($"[red]No such file or folder: {path}[/]");
        return files;
    }

    private static IReadOnlyList<ImportFile> In(string path, IAnsiConsole terminal)
    {
        var folder = ExportFolder.At(path);
        if (folder.Media > 0) terminal.WriteLine($"{folder.Media:N0} images and videos in {path} were not copied. Run \"scan {path}\" to match them.");
        return folder.Files;
    }
}
