using System.Text.Json;
using Sovia.Import.Shapes;
using Sovia.Library;

namespace Sovia.Import.Json;

/// <summary>What the items of one text have in common: the file, when it was taken, and which notes have been made of it.</summary>
/// <param name="file">The name of the file, for issues.</param>
/// <param name="limits">How much is read.</param>
/// <param name="takenAt">When the file was written, where that is known.</param>
internal sealed class ReadContext(string file, ReadLimits limits, DateTimeOffset? takenAt = null)
{
    private static readonly string[] Stamps = ["exportedAt", "exportDate", "exported_at", "savedAt", "generatedAt", "createdAt"];

    private readonly HashSet<string> noted = [];
    private DateTimeOffset? observedAt;

    /// <summary>The name of the file.</summary>
    public string File => file;

    /// <summary>How much is read.</summary>
    public ReadLimits Limits => limits;

    /// <summary>This scope, with the time that a value itself says it was taken.</summary>
    public ReadContext SetObservedAt(JsonOutline head)
    {
        observedAt = head.Token == JsonTokenType.StartObject ? Stamps.Select(head.GetText).OfType<string>().Select(SourceTime.Read)
            .FirstOrDefault(time => time is not null) : null;
        return this;
    }

    /// <summary>An issue that is noted once a file however often it comes; nothing afterwards.</summary>
    public IEnumerable<JsonItem> CreateIssueOnce(string code, string path, string reason) =>
        noted.Add(code) ? [CreateIssue(code, path, reason)] : [];

    /// <summary>An issue with one place.</summary>
    public JsonItem CreateIssue(string code, string path, string reason, bool rejected = false) =>
        new(path, default, new(code, file, path, reason, rejected)) { File = file };

    /// <summary>An issue with the whole text.</summary>
    public JsonItem CreateFileIssue(string code, string reason) => CreateIssue(code, "$", reason, rejected: true);

    /// <summary>What a shape read, with what it left for its surroundings to say.</summary>
    public JsonItem FillDefaults(JsonItem item, IExportReader shape) => item with
    {
        File = file,
        Kind = item.Kind == SourceKind.Unknown ? shape.Kind : item.Kind,
        ObservedAt = item.ObservedAt ?? observedAt ?? takenAt,
    };
}
