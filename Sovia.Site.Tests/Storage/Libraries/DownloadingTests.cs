using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Downloads.Fetching;
using Sovia.Storage;
using Sovia.Tests.Downloads;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Storage.Libraries;

/// <summary>The downloader fetches for the library whose reader asked for it.</summary>
public sealed class DownloadingTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task downloads_are_stored_in_the_folder_of_their_library()
    {
        await using var server = await FileHost.StartAsync();
        using var folder = new TempFolder();
        await using var site = await TwoLibraries.StartAsync(await Host.CreateDatabaseAsync(), folder.Path,
            builder => builder.ConfigureServices(services => services.AddSingleton(
            new DownloadOptions
            {
                HostOverride = new(server.Address),
                MaxRetries = 1,
                RetryDelay = TimeSpan.FromMilliseconds(1),
                MinInterval = TimeSpan.Zero,
                SaveInterval = TimeSpan.FromMilliseconds(50)
            })));
        var id = Guid.NewGuid();
        var path = $"/imagine-public/images/{id}.jpg";
        LibraryReader[] readers = [TwoLibraries.CreateReader(site, "../bert", "quillbert"),
            TwoLibraries.CreateReader(site, CurrentLibrary.DefaultId, "quillanna")];
        foreach (var reader in readers)
            await reader.ImportAsync("a.json",
                $$"""[{"id":"{{id}}","prompt":"{{reader.Word}}","mediaType":"MEDIA_POST_TYPE_IMAGE","mimeType":"image/jpeg","mediaUrl":"https://imagine-public.x.ai{{path}}"}]""");
        for (var at = 0; at < readers.Length; at++)
        {
            var bytes = TestMedia.Picture();
            server.Serve(path, bytes, "image/jpeg");
            foreach (var later in readers[at..]) Assert.Equal(HttpStatusCode.NotFound, (await DownloadAsync(later, id)).Status);
            using (await readers[at].PostAsync("/media", "/media?handler=fetch")) { }
            await Eventually.TrueAsync(async () => (await DownloadAsync(readers[at], id)).Status == HttpStatusCode.OK,
                $"{readers[at].Word} has it");
            Assert.Equal(bytes, (await DownloadAsync(readers[at], id)).Bytes);
            Assert.Equal(bytes,
                await File.ReadAllBytesAsync(Path.Combine(LibraryFolder.GetPath(folder.PathOf("media"), readers[at].Library),
                    $"https_/imagine-public.x.ai{path}")));
        }
        Assert.NotEqual((await DownloadAsync(readers[0], id)).Bytes, (await DownloadAsync(readers[1], id)).Bytes);
    }

    private static async Task<(HttpStatusCode Status, byte[] Bytes)> DownloadAsync(LibraryReader reader, Guid post)
    {
        using var answer = await reader.GetAsync($"/files/{post}");
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync());
    }
}
