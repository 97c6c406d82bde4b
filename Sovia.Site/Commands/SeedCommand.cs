using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Sovia.Seeding;
using Sovia.Storage;
using Spectre.Console;

namespace Sovia.Commands;

/// <summary><c>seed --families N [--seed S] [--export FILE]</c>: a synthetic library for measuring, into an empty one or a file.</summary>
internal sealed class SeedCommand : ICommand
{
    private readonly Option<int> families = new("--families") { Description = "How many families; each has six posts in the mean", Required = true };
    private readonly Option<int> seed = new("--seed") { Description = "The same number gives the same library", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> export = new("--export") { Description = "Write it as an export to this file, and leave the library alone" };

    public Command Describe(Func<IServiceProvider> services)
    {
        families.Validators.Add(WantsOneOrMore);
        var command = new Command("seed", "Fills an empty library with a synthetic one of real exports' statistics") { families, seed, export };
        command.SetAction((parsed, ct) => RunAsync(services, new(parsed.GetValue(families), parsed.GetValue(seed)), parsed.GetValue(export), ct));
        return command;
    }

    public bool NeedsLibrary(ParseResult parsed) => parsed.GetValue(export) is null;

    private static void WantsOneOrMore(OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var count) && count < 1) result.AddError("--families wants 1 or more.");
    }

    private static async Task<int> RunAsync(Func<IServiceProvider> services, SyntheticPosts library, string? file, CancellationToken ct)
    {
        var terminal = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        var from = TimeProvider.System.GetTimestamp();
        var written = await SeedProgressBar.ShowAsync(terminal, library.Count, progress => file is null
            ? services().GetRequiredService<SeedLibrary>().RunAsync(library, progress, ct)
            : ExportAsync(library, file, progress, ct));
        if (written is null)
        {
            terminal.MarkupLine("[red]The library has posts already, and only an empty one is seeded. Name another with --Sovia:DataDirectory=FOLDER.[/]");
            return ExitCode.NothingRead;
        }
        var took = TimeProvider.System.GetElapsedTime(from);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(file is null ? "Seeded" : "Exported")} {written.Families:N0} families of {written.Posts:N0} posts: {written.Posts - written.Videos:N0} images, {written.Videos:N0} videos. It took {took.TotalSeconds:N1} s, {written.Posts / took.TotalSeconds:N0} posts a second."));
        return ExitCode.AllIn;
    }

    private static async Task<Seeded?> ExportAsync(SyntheticPosts library, string file, IProgress<Seeded> progress, CancellationToken ct)
    {
        try
        {
            await using var output = File.Create(file);
            return await WriteExport.ToAsync(library, output, progress, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The export cannot be written to {file}: {e.Message}", e);
        }
    }
}
