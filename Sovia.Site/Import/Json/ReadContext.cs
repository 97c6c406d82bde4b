using System.Text.Json;
using Sovia.Import.Shapes;
using Sovia.Library;

namespace Sovia.Import.Json;

/// <summary>The context shared by the items of one text: the file, its time, and the issues already reported.</summary>
/// <param name="file">The name of the file, for issues.</param>
/// <param name="limits">The limits.</param>
/// <param name="takenAt">When the file was written, if known.</param>
internal sealed class ReadContext(string file, ReadLimits limits, DateTimeOffset? takenAt = null)
{
    private static readonly string[] TimeNames = ["exportedAt", "exportDate", "exported_at", "savedAt", "generatedAt", "createdAt"];

    private readonly HashSet<string> reportedCodes = [];
    private DateTimeOffset? observedAt;

    /// <summary>The name of the file.</summary>
    public string File => file;

    /// <summary>The limits of reading.</summary>
    public ReadLimits Limits => limits;

    /// <summary>Sets the time to the one stated in a value, and returns this context.</summary>
    public ReadContext SetObservedAt(JsonOutline outline)
    {
        observedAt = outline.Token == JsonTokenType.StartObject ? TimeNames.Select(outline.GetText).OfType<string>().Select(SourceTime.Read)
            .FirstOrDefault(time => time is not null) : null;
        return this;
    }

    /// <summary>Returns an issue the first time that its code occurs in a file, and nothing afterwards.</summary>
    public IEnumerable<JsonItem> CreateIssueOnce(string code, string path, string reason) =>
        reportedCodes.Add(code) ? [CreateIssue(code, path, reason)] : [];

    /// <summary>Creates an issue for a path.</summary>
    public JsonItem CreateIssue(string code, string path, string reason, bool rejected = false) =>
        new(path, default, new(code, file, path, reason, rejected)) { File = file };

    /// <summary>Creates an issue for the whole text.</summary>
    public JsonItem CreateFileIssue(string code, string reason) => CreateIssue(code, "$", reason, rejected: true);

    /// <summary>Returns the item with the values that its export reader left unset.</summary>
    public JsonItem FillDefaults(JsonItem item, IExportReader shape) => item with
    {
        File = file,
        Kind = item.Kind == SourceKind.Unknown ? shape.Kind : item.Kind,
        ObservedAt = item.ObservedAt ?? observedAt ?? takenAt,
    };
}
