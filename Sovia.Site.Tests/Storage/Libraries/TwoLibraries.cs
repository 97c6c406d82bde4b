using System.Text.Json.Nodes;
using Alba;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Downloads.Fetching;
using Sovia.Library;
using Sovia.Storage;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Storage.Libraries;

/// <summary>
/// One site with two libraries: that of the only account, and another one. Both have posts with the same ids and files with the same bytes,
/// and each has some of its own.
/// </summary>
public sealed class TwoLibraries(SoviaHost host) : IAsyncLifetime
{
    /// <summary>
    /// Posts that both have, with texts of their own; of the second the bytes differ, of the third only one has them, the fourth lies on a
    /// public host, and the fifth is in one's trash.
    /// </summary>
    public static readonly Guid[] Shared = [.. Enumerable.Range(1, 5)
        .Select(number => new Guid($"0{number}aaaaaa-1111-4222-8333-444444444444"))];

    private static readonly byte[] SameBytes = TestMedia.Picture();

    private readonly TempFolder folder = new();
    private IAlbaHost? site;

    internal IAlbaHost Site => site!;

    internal string DataDirectory => folder.Path;

    internal LibraryContent Default { get; private set; } = null!;

    internal LibraryContent Other { get; private set; } = null!;

    internal LibraryContent[] Both => [Default, Other];

    /// <summary>The content of one of the two libraries.</summary>
    /// <param name="CreateReader">The user of the library.</param>
    /// <param name="OwnPost">A post that only this library has.</param>
    internal sealed record LibraryContent(LibraryReader CreateReader, Guid OwnPost)
    {
        /// <summary>The import that brought their posts.</summary>
        public Guid Run { get; set; }

        /// <summary>The last of their changes.</summary>
        public Guid Batch { get; set; }

        /// <summary>A collection, which both call the same.</summary>
        public Guid Collection { get; set; }

        /// <summary>A preset with their word in its name.</summary>
        public Guid Preset { get; set; }

        /// <summary>Bytes of files by what they are of: shared posts in their order, then their own.</summary>
        public byte[][] Files { get; } = [SameBytes, TestMedia.Picture(), TestMedia.Picture(), TestMedia.Picture()];

        /// <summary>
        /// Values that must not appear in the other library: the unique word, and the IDs and file hashes that only this library has.
        /// </summary>
        public IEnumerable<string> PrivateValues =>
            [CreateReader.Word, $"{OwnPost}", $"{Run}", $"{Batch}", $"{Collection}", $"{Preset}", .. Files.Skip(1).Select(TestMedia.Hash)];

        /// <summary>A post as an export has it, with their word in its text.</summary>
        public JsonObject Post(Guid id, string text) => new()
        {
            ["id"] = $"{id}",
            ["createTime"] = "2025-10-01T12:00:00Z",
            ["prompt"] = $"{text} {CreateReader.Word}",
            ["mediaType"] = "MEDIA_POST_TYPE_IMAGE",
            ["mediaUrl"] = id == Shared[3] ? $"https://imagine-public.x.ai/imagine-public/images/{id}.jpg"
            : $"https://assets.grok.com/users/{Guid.Empty}/{id}/content",
            ["hdMediaUrl"] = $"https://assets.grok.com/users/{Guid.Empty}/{id}/hd.jpg",
            ["audioUrls"] = new JsonArray($"https://assets.grok.com/users/{Guid.Empty}/{id}/audio.mp3"),
            ["mimeType"] = "image/jpeg",
            ["modelName"] = $"model-{CreateReader.Word}",
        };
    }

    /// <summary>Rows of a library, as one text a table, of all tables whose rows belong to libraries.</summary>
    internal Task<SortedDictionary<string, string>> RowsAsync(string library) =>
        LibraryRows.ReadAsync(Site.Services.GetRequiredService<NpgsqlDataSource>(), library);

    public async Task InitializeAsync()
    {
        site = await StartAsync(await host.CreateDatabaseAsync(), folder.Path);
        Default = new(CreateReader(site, CurrentLibrary.DefaultId, "quillanna"), new("0a000000-1111-4222-8333-444444444444"));
        Other = new(CreateReader(site, "../bert", "quillbert"), new("0b000000-1111-4222-8333-444444444444"));
        foreach (var one in Both) await FillAsync(one);
    }

    public async Task DisposeAsync()
    {
        if (site is not null) await site.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Starts a site that reads the account from a request header, because there is no sign-in yet.</summary>
    internal static Task<IAlbaHost> StartAsync(string database, string dataDirectory, Action<IWebHostBuilder>? change = null) =>
        SecondSite.StartAsync(database, dataDirectory, builder =>
    {
        builder.ConfigureServices(services => services.AddHttpContextAccessor().AddScoped(AccountOf)
            .AddSingleton(new DownloadOptions
            {
                HostOverride = new("http://127.0.0.1:9"),
                MaxRetries = 1,
                RetryDelay = TimeSpan.FromMilliseconds(1),
                SaveInterval = TimeSpan.FromMilliseconds(50)
            }));
        change?.Invoke(builder);
    });

    /// <summary>Creates a client for the user of a library.</summary>
    internal static LibraryReader CreateReader(IAlbaHost site, string library, string word)
    {
        var client = site.Server.CreateClient();
        client.DefaultRequestHeaders.Add(LibraryReader.Header, [library, word]);
        return new(client, library, word);
    }

    private static CurrentAccount AccountOf(IServiceProvider services) =>
        services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request.Headers[LibraryReader.Header] is [{ } library, { } word]
        ? new(word, library) : CurrentAccount.Default;

    private async Task FillAsync(LibraryContent content)
    {
        var (reader, isTheirs) = (content.CreateReader, content == Other);
        var posts = Shared.Select((id, number) => content.Post(id, $"a heron {number}")).Append(content.Post(content.OwnPost, "a stork"));
        content.Run = await reader.ImportAsync($"export-{reader.Word}.json", new JsonArray([.. posts]).ToJsonString());
        await reader.UploadAsync(($"{Shared[0]}.jpg", content.Files[0]), ($"{Shared[1]}.jpg", content.Files[1]),
            ($"{content.OwnPost}.jpg", content.Files[3]));
        if (isTheirs) await reader.UploadAsync(($"{Shared[2]}.jpg", content.Files[2]));
        await reader.UploadAsync(($"holiday {reader.Word}.jpg", TestMedia.Picture()), ($"broken {reader.Word}.png", TestMedia.Png()));
        foreach (var id in Shared.Append(content.OwnPost))
            await reader.AnnotateAsync(id,
                $$"""{"add_tags":["tag-{{reader.Word}}"],"note":"note {{reader.Word}}","title":"title {{reader.Word}}","rating":{{(isTheirs ? 5 : 2)}},"liked":{{(isTheirs ? "false" : "true")}} }""");
        if (isTheirs) await reader.AnnotateAsync(Shared[4], """{"trashed":true}""");
        content.Collection = await reader.CollectAsync("kept", $"collection {reader.Word}", Shared[isTheirs ? 1 : 2]);
        content.Preset = await reader.SavePresetAsync($"preset {reader.Word}", $"search={reader.Word}");
        content.Batch = JsonNode.Parse(await reader.ReadAsync("/api/batches?limit=1"))!["items"]![0]!["id"]!.GetValue<Guid>();
        foreach (var (name, text) in new[] { ("hd.jpg", SameBytes), ("audio.mp3", TestMedia.Flac()) })
            if (isTheirs) WriteMediaFile(content.CreateReader.Library, $"https_/assets.grok.com/users/{Guid.Empty}/{Shared[2]}/{name}",
                text);
    }

    /// <summary>Puts a file into the media folder of a library.</summary>
    internal string WriteMediaFile(string library, string path, byte[] bytes)
    {
        var file = Path.Combine(LibraryFolder.GetPath(Path.Combine(DataDirectory, "media"), library), path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return file;
    }
}
