using System.Text.Json;

namespace Sovia.MediaFiles.Downloads.Lists;

/// <summary>One JSON object: what the list is about, and its files, one a line.</summary>
public sealed class JsonList : IListFormat
{
    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public string Extension => ".json";

    /// <inheritdoc/>
    public string ContentType => "application/json; charset=utf-8";

    /// <inheritdoc/>
    public string Between => ",\n";

    /// <inheritdoc/>
    public void Begin(TextWriter writer, HostAccess access) => writer.Write(
        $"{{\"about\":{JsonSerializer.Serialize(string.Join(' ', ListWords.About(access)))},\"access\":\"{ListName.Of(access)}\",\"files\":[\n");

    /// <inheritdoc/>
    public void Add(TextWriter writer, Wanted wanted) => writer.Write($"{JsonSerializer.Serialize(new
    {
        postId = wanted.PostId,
        role = ListName.Of(wanted.Role),
        url = wanted.Url,
        host = wanted.Host,
        target = wanted.Target,
        mime = wanted.Mime,
        size = wanted.Size,
    })}");

    /// <inheritdoc/>
    public void Finish(TextWriter writer) => writer.Write("\n]}\n");
}
