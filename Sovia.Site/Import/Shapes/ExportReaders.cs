using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>All export readers, the more specific ones first.</summary>
internal static class ExportReaders
{
    /// <summary>The export readers in the order in which they are tried.</summary>
    public static IReadOnlyList<IExportReader> All { get; } =
    [
        new SensitiveFileReader(),
        new HarReader(),
        new BookmarkReader(),
        new AccountExportReader(),
        new ArchiveViewerReader(),
        new XArchiveReader(),
        new ChatStreamReader(),
        new UnlikedArchiveReader(),
        new FavoritesIndexReader(),
        new SessionExportReader(),
        new AssetPageReader(),
        new AssetManifestReader(),
        new VaultBookmarksReader(),
        new ArchiverItemsReader(),
        new ToolkitResultsReader(),
        new ExportManifestReader(),
        new LinkListReader(),
        new PromptListReader(),
        new SinglePostReader(),
        new GrokApiPageReader(),
        new PageStateReader(),
        new ApiErrorReader(),
        new HeuristicReader(),
    ];

    /// <summary>Returns the first reader that recognises a value by its beginning; the last one searches any JSON for posts.</summary>
    public static IExportReader FindReader(JsonOutline outline) => All.First(reader => reader.CanRead(outline));
}
