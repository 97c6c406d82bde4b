using System.Text;
using Sovia.Import;
using Sovia.Import.Containers;

namespace Sovia.Pages.Import;

/// <summary>The content of a submitted import form, or its validation errors.</summary>
/// <param name="Files">Original file names and contents.</param>
/// <param name="FilesError">The error for the choice of files, or null.</param>
/// <param name="TextError">The error for the pasted text, or null.</param>
public sealed record ImportUpload(IReadOnlyList<(string Name, Stream Content)> Files, string? FilesError = null, string? TextError = null)
{
    /// <summary>The maximum size of one upload in total; the server spools uploads to disk.</summary>
    public const long MaxBytes = StartImport.MaxUploadBytes;

    /// <summary>Display text for the maximum size.</summary>
    public const string MaxSizeText = "2 GB";

    /// <summary>The maximum number of files of one upload, including those in a folder.</summary>
    public const int MaxFiles = 20_000;

    private const string PastedTextName = "Pasted text";

    /// <summary>The upload exceeds a limit of the form.</summary>
    public static ImportUpload TooLarge { get; } =
        new([], $"That's over the limit of {MaxSizeText} or {ImportStateView.FormatNumber(MaxFiles)} files. Import in smaller batches, or use the command line, which has no limit.");

    /// <summary>The form was submitted empty.</summary>
    public static ImportUpload Empty { get; } = new([], "Choose a file or folder, or paste links, IDs or JSON.");

    /// <summary>The pasted text, shown again if something is wrong.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the form has a validation error.</summary>
    public bool HasError => FilesError is not null || TextError is not null;

    /// <summary>Reads the form's fields: <c>files</c>, <c>folder</c> and <c>text</c>.</summary>
    public static async Task<ImportUpload> ReadAsync(IFormCollection form, CancellationToken ct)
    {
        // Browsers send an unused file field as a file without a name.
        var chosenFiles = form.Files.Where(file => file.Name == "files" && file.FileName.Length > 0)
            .Select(file => (Name: GetName(file), File: file));
        var folderFiles = form.Files.Where(file => file.Name == "folder" && file.FileName.Length > 0)
            .Select(file => (Name: GetPath(file), File: file)).ToList();
        List<(string Name, Stream Content)> files = [.. chosenFiles.Concat(ExportFolder.SelectImportable(folderFiles, file => file.Name))
            .Select(file => (file.Name, file.File.OpenReadStream()))];
        var text = form["text"].ToString().Trim();
        if (files.Count == 0 && text.Length == 0) return Empty;
        if (files.Count > 0 && await FindUnsupportedAsync(files, ct) is { } unsupportedFile)
            return new([],
                $"Sovia can't import {unsupportedFile}. Supported: JSON, HAR, ZIP, tar, gzip, CSV, databases of known tools, bookmarks, saved web pages and lists of links.")
            { Text = text };
        if (text.Length == 0) return new(files);
        var bytes = Encoding.UTF8.GetBytes(text);
        // Checks the whole text too, because the first link of a long note may be far from its beginning.
        if (!ImportContentDetector.IsSupported(bytes.AsSpan(0, Math.Min(bytes.Length, ImportContentDetector.HeadLength)))
            && !ImportContentDetector.IsSupported(bytes))
            return new([], TextError: "No JSON, Grok link or post ID found in this text.") { Text = text };
        return new([.. files, (PastedTextName, new MemoryStream(bytes))]);
    }

    // Rejects unsupported files only if there are no others. With other files they become issues of the run, but a run of unsupported files
    // alone would consist of issues.
    private static async Task<string?> FindUnsupportedAsync(List<(string Name, Stream Content)> files, CancellationToken ct)
    {
        foreach (var (_, content) in files)
            if (!await ImportContentDetector.IsUnsupportedBinaryAsync(content, ct)) return null;
        return files[0].Name;
    }

    // Some browsers include a path in the file name.
    private static string GetName(IFormFile file) => file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..];

    // Paths relative to the chosen folder distinguish files of the same name.
    private static string GetPath(IFormFile file) =>
        string.Join('/', file.FileName.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("." or "..")));
}
