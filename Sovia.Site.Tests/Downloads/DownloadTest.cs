using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sovia.Downloads;
using Sovia.Downloads.Fetching;
using Sovia.Downloads.Runs;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Media;
using Sovia.Storage;
using Sovia.Tests.Media;
using Sovia.Tests.Support;

namespace Sovia.Tests.Downloads;

/// <summary>
/// A test with a media folder and a server that stands in for the public hosts. The test has the lane, so that the shared
/// site keeps out.
/// </summary>
[Collection(HostCollection.Name)]
public abstract class DownloadTest(SoviaHost host) : HostTest(host), IAsyncLifetime
{
    private readonly MediaFolder folder = new();
    private LibraryLockHandle? jobLock;

    internal FileHost Server { get; private set; } = null!;

    protected string Root => folder.Root;

    /// <summary>Options without delays. A test overrides the options that it is about.</summary>
    protected static DownloadOptions FastOptions { get; } = new()
    {
        MinInterval = TimeSpan.Zero,
        MaxRetries = 2,
        RetryDelay = TimeSpan.FromMilliseconds(5),
        StallTimeout = TimeSpan.FromSeconds(20),
        MinFreeBytes = 0,
        SaveInterval = TimeSpan.FromMilliseconds(20),
    };

    /// <summary>The test's own services, built on those of the shared site.</summary>
    protected ServiceProvider Services { get; private set; } = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Server = await FileHost.StartAsync();
        ConfigureServices(FastOptions);
        // The site lets go of it within a moment: it has nothing to do.
        while ((jobLock = await Services.GetRequiredService<LibraryLockProvider>().TryAcquireAsync(DownloadJob.JobName, default)) is null)
            await Task.Delay(10);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (jobLock is not null) await jobLock.DisposeAsync();
        await Server.DisposeAsync();
        await Services.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Goes on with other options.</summary>
    protected void ConfigureServices(DownloadOptions options, bool standIn = true)
    {
        var services = new ServiceCollection()
            .AddSingleton(standIn && options.HostOverride is null ? options with { HostOverride = new(Server.Address) } : options)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(Host.Site.Services.GetRequiredService<LibraryLockProvider>())
            .AddSingleton(Host.Site.Services.GetRequiredService<ISessionFactory>())
            .AddSingleton(Host.Site.Services.GetRequiredService<ListPostsReader>())
            .AddSingleton(new ConfiguredMediaRoots([Root]))
            .AddSingleton<MediaFileLocator>()
            .AddLogging(logging => logging.ClearProviders())
            .AddDownloads();
        Services = services.BuildServiceProvider();
    }

    protected DownloadEvents Events => Services.GetRequiredService<DownloadEvents>();

    /// <summary>A picture on a public host; the server has its bytes where they are given.</summary>
    protected Post Picture(byte[]? bytes = null) => Served(Make.Still(), "images", ".jpg", bytes, "image/jpeg");

    /// <summary>A clip on a public host.</summary>
    protected Post Clip(byte[]? bytes = null) =>
        Served(Make.Clip(Make.Still()) with { ParentId = null }, "share-videos", ".mp4", bytes, "video/mp4");

    /// <summary>The path under which the server is asked for a post.</summary>
    protected static string PathOf(Post post) => new Uri(post.MediaUrl!).AbsolutePath;

    /// <summary>Where its file lands.</summary>
    protected string GetTargetPath(Post post) => Path.Combine(Root, DownloadUrl.Parse(post.MediaUrl)!.Target);

    /// <summary>Every file below the media root that is not in its place, or in no post's.</summary>
    protected IEnumerable<string> FindUnexpectedFiles(params Post[] posts) =>
        Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Except(posts.Select(GetTargetPath));

    /// <summary>Starts a run as the user would, and carries it out here.</summary>
    protected async Task<DownloadRun> DownloadAsync(params Post[] posts)
    {
        await StoreAsync(posts);
        return await RunAsync(new()
        {
            Id = Guid.CreateVersion7(),
            StartedAt = DateTimeOffset.UtcNow,
            Files = new() { Roles = [DownloadRole.Media] }
        });
    }

    protected Task<DownloadRun> RunAsync(DownloadRun run, CancellationToken ct = default) =>
        Services.GetRequiredService<RunDownload>().RunAsync(run, ct);

    protected async Task<DownloadProblem?> ProblemOfAsync(Post post)
    {
        await using var session = Host.Store.QuerySession();
        return await session.LoadAsync<DownloadProblem>(post.Id);
    }

    private Post Served(Post post, string folder, string extension, byte[]? bytes, string type)
    {
        post = post with { RootId = post.Id, MediaUrl = $"https://imagine-public.x.ai/imagine-public/{folder}/{post.Id}{extension}" };
        if (bytes is not null) Server.Serve(PathOf(post), bytes, type);
        return post;
    }
}
