using System.Text;
using Sovia.Import;
using Sovia.Import.Containers;

namespace Sovia.Pages.Import;

/// <summary>What somebody put into the form of the import page, or what is wrong with it.</summary>
/// <param name="Files">Names as the user knows them, and contents.</param>
/// <param name="FilesError">What is wrong with the choice of files, or null.</param>
/// <param name="TextError">What is wrong with the pasted text, or null.</param>
public sealed record ImportUpload(IReadOnlyList<(string Name, Stream Content)> Files, string? FilesError = null, string? TextError = null)
{
    /// <summary>All files of one hand-over together; the server spools them to disk.</summary>
    public const long MaxBytes = StartImport.MaxUploadBytes;

    /// <summary>The same in words.</summary>
    public const string MaxSizeText = "2 GB";

    /// <summary>Files of one hand-over, a folder's among them.</summary>
    public const int MaxFiles = 20_000;

    private const string Pasted = "Pasted text";

    /// <summary>More came than the form takes.</summary>
    public static ImportUpload TooLarge { get; } =
        new([], $"That's over the limit of {MaxSizeText} or {ImportStateView.FormatNumber(MaxFiles)} files. Import in smaller batches, or use the command line, which has no limit.");

    /// <summary>Nothing came.</summary>
    public static ImportUpload Empty { get; } = new([], "Choose a file or folder, or paste links, IDs or JSON.");

    /// <summary>The pasted text, shown again if something is wrong.</summary>
    public string Text { get; init; } = "";

    /// <summary>True where there is nothing to take in.</summary>
    public bool HasError => FilesError is not null || TextError is not null;

    /// <summary>Reads the form's fields: <c>files</c>, <c>folder</c> and <c>text</c>.</summary>
    public static async Task<ImportUpload> ReadAsync(IFormCollection form, CancellationToken ct)
    {
        // A field that was left alone comes as a file without a name.
        var chosen = form.Files.Where(file => file.Name == "files" && file.FileName.Length > 0)
            .Select(file => (Name: NameOf(file), File: file));
        var folder = form.Files.Where(file => file.Name == "folder" && file.FileName.Length > 0)
            .Select(file => (Name: PathOf(file), File: file)).ToList();
        List<(string Name, Stream Content)> files =
            [.. chosen.Concat(ExportFolder.SelectImportable(folder, file => file.Name))
                .Select(file => (file.Name, file.File.OpenReadStream()))];
        var text = form["text"].ToString().Trim();
        if (files.Count == 0 && text.Length == 0) return Empty;
        if (files.Count > 0 && await FirstForeignAsync(files, ct) is { } foreign)
            return new([],
                $"Sovia can't import {foreign}. Supported: JSON, HAR, ZIP, tar, gzip, CSV, databases of known tools, bookmarks, saved web pages and lists of links.")
            { Text = text };
        if (text.Length == 0) return new(files);
        var bytes = Encoding.UTF8.GetBytes(text);
        if (!ImportContentDetector.IsSupported(bytes.AsSpan(0, Math.Min(bytes.Length, ImportContentDetector.HeadLength))))
            return new([], TextError: "No JSON, Grok link or post ID found in this text.") { Text = text };
        return new([.. files, (Pasted, new MemoryStream(bytes))]);
    }

    // One strange file among others is an issue of the run; where there is nothing else, the run would be nothing but that issue.
    private static async Task<string?> FirstForeignAsync(List<(string Name, Stream Content)> files, CancellationToken ct)
    {
        foreach (var (_, content) in files)
            if (!await ImportContentDetector.IsUnsupportedBinaryAsync(content, ct)) return null;
        return files[0].Name;
    }

    // Some browsers send a path with the name.
    private static string NameOf(IFormFile file) => file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..];

    // Below the folder that was chosen a path tells files of one name apart.
    private static string PathOf(IFormFile file) =>
        string.Join('/', file.FileName.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("." or "..")));
}
