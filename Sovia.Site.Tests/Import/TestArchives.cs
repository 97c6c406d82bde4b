using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Sovia.Tests.Import;

/// <summary>Builds archives and HAR files.</summary>
internal static class TestArchives
{
    /// <summary>The first bytes of a picture, enough to be known as one.</summary>
    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1,
        .. new byte[120]];

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(content);
        return packed.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        return packed.ToArray();
    }

    public static byte[] Zip(string name, string text) => Zip((name, Bytes(text)));

    /// <summary>A recording of these exchanges, each with the cookies and headers that a browser writes into it.</summary>
    public static string Har(params JsonObject[] entries) => new JsonObject
    {
        ["log"] = new JsonObject
        {
            ["version"] = "1.2",
            ["creator"] = new JsonObject { ["name"] = "WebInspector" },
            ["pages"] = new JsonArray(),
            ["entries"] = new JsonArray([.. entries])
        },
    }.ToJsonString();

    /// <summary>One exchange.</summary>
    public static JsonObject Exchange(string url, string? body, string? request = null, bool isBase64 = false, int status = 200)
    {
        var content = new JsonObject { ["size"] = 1, ["mimeType"] = "application/json" };
        if (body is not null) content["text"] = body;
        if (isBase64) content["encoding"] = "base64";
        var requestJson = new JsonObject
        {
            ["method"] = "POST",
            ["url"] = url + "?token=" + Secret,
            ["headers"] = new JsonArray(new JsonObject { ["name"] = "Cookie", ["value"] = "sso=" + Secret },
                new JsonObject { ["name"] = "authorization", ["value"] = "Bearer " + Secret }),
            ["cookies"] = new JsonArray(new JsonObject { ["name"] = "sso", ["value"] = Secret }),
            ["queryString"] = new JsonArray(new JsonObject { ["name"] = "token", ["value"] = Secret }),
        };
        if (request is not null) requestJson["postData"] = new JsonObject { ["mimeType"] = "application/json", ["text"] = request };
        return new()
        {
            ["startedDateTime"] = "2026-03-01T10:00:00.000Z",
            ["request"] = requestJson,
            ["response"] = new JsonObject
            {
                ["status"] = status,
                ["headers"] = new JsonArray(new JsonObject { ["name"] = "set-cookie", ["value"] = Secret }),
                ["cookies"] = new JsonArray(),
                ["content"] = content
            },
        };
    }

    /// <summary>A session secret that must not leave the HAR file.</summary>
    public const string Secret = "s3cr3t-of-the-session";
}
