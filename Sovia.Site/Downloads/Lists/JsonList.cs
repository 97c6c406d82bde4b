using System.Text.Json;

namespace Sovia.Downloads.Lists;

/// <summary>One JSON object: a description of the list, and its files, one per line.</summary>
public sealed class JsonList : IDownloadListFormat
{
    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public string Extension => ".json";

    /// <inheritdoc/>
    public string ContentType => "application/json; charset=utf-8";

    /// <inheritdoc/>
    public string Separator => ",\n";

    /// <inheritdoc/>
    public void WriteHeader(TextWriter writer, HostAccess access) => writer.Write(
        $"{{\"about\":{JsonSerializer.Serialize(string.Join(' ', ListComments.Describe(access)))},\"access\":\"{EnumNames.Format(access)}\",\"files\":[\n");

    /// <inheritdoc/>
    public void WriteFile(TextWriter writer, MissingFile missingFile) => writer.Write($"{JsonSerializer.Serialize(new
    {
        postId = missingFile.PostId,
        role = EnumNames.Format(missingFile.Role),
        url = missingFile.Url,
        host = missingFile.Host,
        target = missingFile.Target,
        mime = missingFile.Mime,
        size = missingFile.Size,
    })}");

    /// <inheritdoc/>
    public void WriteFooter(TextWriter writer) => writer.Write("\n]}\n");
}
