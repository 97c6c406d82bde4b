using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>Every shape that can be read, the more particular ones first.</summary>
internal static class ExportReaders
{
    /// <summary>The shapes in the order in which they are asked.</summary>
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
        new VaultReader(),
        new ArchiverItemsReader(),
        new ToolkitResultsReader(),
        new ExportManifestReader(),
        new LinkListReader(),
        new PromptListReader(),
        new SinglePostReader(),
        new ApiPageReader(),
        new StoreDumpReader(),
        new ApiErrorReader(),
        new HeuristicReader(),
    ];

    /// <summary>The first shape that knows a value by its beginning; at last the one that looks for posts anywhere.</summary>
    public static IExportReader FindReader(JsonOutline head) => All.First(shape => shape.CanRead(head));
}
