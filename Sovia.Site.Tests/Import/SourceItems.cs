using System.Text;
using Sovia.Import;
using Sovia.Import.Containers;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Tests.Import;

/// <summary>Reads the bytes of an import source and collects the results.</summary>
internal sealed class SourceItems
{
    /// <summary>All that was yielded, media apart.</summary>
    public List<JsonItem> Items { get; } = [];

    /// <summary>The posts, normalised.</summary>
    public List<IncomingPost> Incoming { get; } = [];

    /// <summary>Issues of readers and normaliser.</summary>
    public List<ImportIssue> Issues { get; } = [];

    /// <summary>Names and bytes of the media.</summary>
    public List<(string Name, byte[] Bytes)> Media { get; } = [];

    public IEnumerable<Post> Posts => Incoming.Select(incomingPost => incomingPost.Post);

    public Post Post => Incoming.Single().Post;

    public IEnumerable<string> Codes => Issues.Select(issue => issue.Code);

    public static SourceItems Read(string text, ReadLimits? limits = null) => Read(Encoding.UTF8.GetBytes(text), limits);

    public static SourceItems Read(byte[] bytes, ReadLimits? limits = null, string name = "handed over", bool canSeek = true)
    {
        var result = new SourceItems();
        using Stream stream = canSeek ? new MemoryStream(bytes) : new OneWayStream(bytes);
        foreach (var item in new SourceReader(limits ?? new()).ReadAsync(name, stream, null, CancellationToken.None).ToBlockingEnumerable())
            result.Add(item);
        return result;
    }

    private void Add(JsonItem item)
    {
        if (item.Media is { } media)
        {
            using var copy = new MemoryStream();
            media.Content.CopyTo(copy);
            Media.Add((media.Name, copy.ToArray()));
            return;
        }
        Items.Add(item);
        if (item.Issue is { } issue) Issues.Add(issue);
        else Incoming.AddRange(ItemNormaliser.NormaliseItem(item, "handed over", Issues.Add));
    }

    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
