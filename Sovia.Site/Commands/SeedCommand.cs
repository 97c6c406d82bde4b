using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Sovia.Seeding;
using Sovia.Storage;
using Spectre.Console;

namespace Sovia.Commands;

/// <summary>
/// Implements <c>seed --families N [--seed S] [--export FILE]</c>: writes a synthetic library for benchmarks, into an empty library or a
/// file.
/// </summary>
internal sealed class SeedCommand : ICliCommand
{
    private readonly Option<int> families = new("--families") { Description = "Number of stacks (about six items each)", Required = true };
    private readonly Option<int> seed = new("--seed")
    {
        Description = "Random seed; the same seed gives the same library",
        DefaultValueFactory = _ => 1
    };
    private readonly Option<string?> export = new("--export") { Description = "Write an export to this file instead of the library" };

    public Command CreateCommand(Func<IServiceProvider> services)
    {
        families.Validators.Add(ValidateFamilyCount);
        var command = new Command("seed", "Fill an empty library with realistic synthetic data") { families, seed, export };
        command.SetAction((parsed, ct) => RunAsync(services, new(parsed.GetValue(families), parsed.GetValue(seed)), parsed.GetValue(export),
            ct));
        return command;
    }

    public bool NeedsDatabase(ParseResult parsed) => parsed.GetValue(export) is null;

    private static void ValidateFamilyCount(OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var count) && count < 1)
            result.AddError("--families must be 1 or more.");
    }

    private static async Task<int> RunAsync(Func<IServiceProvider> services, SyntheticLibrary library, string? path, CancellationToken ct)
    {
        var terminal = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        var startTimestamp = TimeProvider.System.GetTimestamp();
        var result = await SeedProgressBar.ShowAsync(terminal, library.FamilyCount, progress => path is null
            ? services().GetRequiredService<SeedLibrary>().RunAsync(library, progress, ct)
            : ExportAsync(library, path, progress, ct));
        if (result is null)
        {
            terminal.MarkupLine(
                "[red]The library already has items, and only an empty one can be seeded. Choose another with "
                + "--Sovia:DataDirectory=FOLDER.[/]");
            return ExitCode.NothingRead;
        }
        var elapsed = TimeProvider.System.GetElapsedTime(startTimestamp);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(path is null ? "Seeded" : "Exported")} {result.Families:N0} stacks with {result.Posts:N0} items: {result.Posts - result.Videos:N0} images, {result.Videos:N0} videos. It took {elapsed.TotalSeconds:N1} s, {result.Posts / elapsed.TotalSeconds:N0} items per second."));
        return ExitCode.Success;
    }

    private static async Task<SeedProgress?> ExportAsync(SyntheticLibrary library, string path, IProgress<SeedProgress> progress,
        CancellationToken ct)
    {
        try
        {
            await using var output = File.Create(path);
            return await WriteSyntheticExport.RunAsync(library, output, progress, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"Can't write the export to {path}: {e.Message}", e);
        }
    }
}
