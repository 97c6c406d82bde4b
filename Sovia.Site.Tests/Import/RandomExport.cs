using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Sovia.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>Small exports that contradict each other about a handful of posts: facts, likes, lineage, circles.</summary>
internal static class RandomExport
{
    private static readonly string[] Ids = [.. Enumerable.Range(1, 6).Select(i => $"{i}aaaaaaa-0000-4000-8000-00000000000{i}")];

    private static readonly Gen<JsonObject> Post =
        from id in Any<string>(Ids)
        from prompt in Any<string?>(null, "", "a heron", "a stork")
        from type in Any<string?>(null, "image", "video")
        from parent in Any<string?>([null, null, .. Ids])
        from liked in Any<bool?>(null, true, false)
        from derivation in Any<string?>(null, null, "VIDEO_EXTENSION")
        from sound in Any<string?>(null, "https://assets.grok.com/a", "https://assets.grok.com/b")
        select Object(id, prompt, type, parent, liked, derivation, sound);

    private static readonly Gen<JsonObject> Family =
        from root in Post
        from children in Post.Array[0, 2]
        from grandchild in Post.Array[0, 1]
        select Nested(root, children, grandchild);

    /// <summary>
    /// An item of a list, or a single post as the site loads it, exported on one of three days or at an unknown time.
    /// </summary>
    public static readonly Gen<ImportableFile> Item =
        from family in Family
        from isDetail in Gen.Bool
        from day in Any<int?>(null, 0, 1, 2)
        select File(isDetail ? new JsonObject { ["post"] = family } : new JsonArray(family), day);

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static JsonObject Object(string id, string? prompt, string? type, string? parent, bool? liked, string? derivation,
        string? sound)
    {
        var post = new JsonObject { ["id"] = id };
        if (prompt is not null) post["prompt"] = prompt;
        if (type is not null) post["mediaType"] = type;
        if (parent is not null) post["originalPostId"] = parent;
        if (liked is not null) post["userInteractionStatus"] = new JsonObject { ["likeStatus"] = liked };
        if (derivation is not null) post["originalRefType"] = derivation;
        if (sound is not null) post["audioUrls"] = new JsonArray(sound);
        return post;
    }

    private static JsonObject Nested(JsonObject root, JsonObject[] children, JsonObject[] grandchildren)
    {
        if (children.Length > 0 && grandchildren.Length > 0)
            children[0]["childPosts"] = new JsonArray([.. grandchildren.Select(post => post.DeepClone())]);
        if (children.Length > 0) root["childPosts"] = new JsonArray([.. children.Select(post => post.DeepClone())]);
        return root;
    }

    private static ImportableFile File(JsonNode json, int? day)
    {
        var bytes = Encoding.UTF8.GetBytes(json.ToJsonString());
        return new(json.ToJsonString(), bytes.Length, () => new MemoryStream(bytes))
        { ModifiedAt = day is { } days ? Make.Start.AddDays(days) : null };
    }
}
