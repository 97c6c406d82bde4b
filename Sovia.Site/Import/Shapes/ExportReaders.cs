using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>Every shape that can be read, the more particular ones first.</summary>
internal static class ExportReaders
{
    /// <summary>The shapes in the order in which they are asked.</summary>
    public static IReadOnlyList<IExportReader> All { get; } =
    [
        new SensitiveFile(),
        new HarRecording(),
        new BookmarkTree(),
        new AccountExport(),
        new ArchiveViewer(),
        new XArchive(),
        new ChatStream(),
        new UnlikedArchive(),
        new FavoritesIndex(),
        new SessionExport(),
        new AssetPages(),
        new AssetManifest(),
        new Vault(),
        new ArchiverItems(),
        new ToolkitResults(),
        new ExportManifest(),
        new LinkList(),
        new PromptList(),
        new SinglePost(),
        new ApiPages(),
        new StoreDump(),
        new ApiRefusal(),
        new Guess(),
    ];

    /// <summary>The first shape that knows a value by its beginning; at last the one that looks for posts anywhere.</summary>
    public static IExportReader For(JsonHead head) => All.First(shape => shape.Knows(head));
}
