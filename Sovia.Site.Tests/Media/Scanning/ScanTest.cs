using Marten;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Media;
using Sovia.Media.Review;
using Sovia.Media.Scanning;
using Sovia.Media.Serving;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Scanning;

/// <summary>A test with a media root of its own, real files in it, and an empty library.</summary>
public abstract class ScanTest : HostTest, IDisposable
{
    private readonly MediaFolder folder = new();

    protected ScanTest(SoviaHost host) : base(host) => (Root, Outside) = (folder.Root, folder.Outside);

    protected string Root { get; }

    protected string Outside { get; }

    protected IServiceProvider Services => Host.Site.Services;

    protected UploadFolder Uploads { get; } = new(Directory.CreateTempSubdirectory("sovia-data-").FullName);

    protected ScanRoots Scan => ActivatorUtilities.CreateInstance<ScanRoots>(Services, Roots, Uploads);

    protected AllMediaRoots Roots => ActivatorUtilities.CreateInstance<AllMediaRoots>(Services, new ConfiguredMediaRoots([Root]), Uploads);

    protected string Write(string path, byte[] bytes) => folder.Write(path, bytes);

    protected string Write(string path, string text) => folder.Write(path, text);

    protected string GetPath(string path) => folder.GetPath(path);

    protected Task<ScanReport> ScanAsync() => Scan.ScanAllAsync(null, default);

    protected async Task<Post> LoadPostAsync(Guid id)
    {
        await using var session = Host.Store.QuerySession();
        return (await session.LoadAsync<Post>(id))!;
    }

    protected async Task<IReadOnlyList<T>> LoadAllAsync<T>() where T : notnull
    {
        await using var session = Host.Store.QuerySession();
        return await session.Query<T>().ToListAsync();
    }

    /// <summary>The bytes that the site would serve for a post, or null.</summary>
    protected async Task<byte[]?> ReadServedAsync(Guid id)
    {
        await using var session = Host.Store.QuerySession();
        using var served = new ServedFileCache(Services.GetRequiredService<LibraryStateCache>(), new(new([])));
        var open = new OpenMedia(session, new(new([])), Roots, served);
        if (await open.ForPostAsync(id, default) is not { } opened) return null;
        await using var bytes = opened.Bytes;
        using var copy = new MemoryStream();
        await bytes.CopyToAsync(copy);
        Assert.Equal(TestMedia.Hash(copy.ToArray()), opened.Version);
        return copy.ToArray();
    }

    protected Task<ReviewPage> ReviewAsync(FileState state, string? after = null, int count = 50) =>
        WithAsync<ListFilesToReview, ReviewPage>(review => review.ReadPageAsync(state, after, count, default));

    public void Dispose()
    {
        folder.Dispose();
        Directory.Delete(Uploads.DataDirectory, recursive: true);
        GC.SuppressFinalize(this);
    }
}
