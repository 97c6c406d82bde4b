using Marten;
using Sovia.Jobs;
using Sovia.Media.Frames;
using Sovia.Media.Matching;
using Sovia.Media.Review;
using Sovia.Media.Scanning;
using Sovia.Media.Serving;
using Sovia.Media.Trash;

namespace Sovia.Media;

/// <summary>Registers the services that find the files of posts.</summary>
public static class MediaRegistration
{
    private const string RootsSetting = "Sovia:MediaRoots";
    private const string ExclusionsSetting = "Sovia:ExcludedFolders";

    /// <summary>Adds the media roots and the services that read them. The settings are read on first use.</summary>
    /// <param name="services">The services.</param>
    /// <param name="dataDirectory">Returns the data directory, whose folder <c>media</c> is the default root.</param>
    public static IServiceCollection AddMedia(this IServiceCollection services, Func<IConfiguration, string> dataDirectory) => services
        .AddSingleton(provider => CreateRoots(provider.GetRequiredService<IConfiguration>(), dataDirectory,
            provider.GetServices<ManagedMediaRoot>()))
        .AddSingleton(provider => new UploadFolder(dataDirectory(provider.GetRequiredService<IConfiguration>())))
        .AddSingleton(provider => new ScanExclusions(ReadValues(provider.GetRequiredService<IConfiguration>(), ExclusionsSetting)))
        .AddSingleton<AllMediaRoots>()
        .AddSingleton<MediaFileLocator>()
        .AddSingleton<FullScanState>()
        .AddSingleton<FindUnscannedFiles>()
        .AddScoped<ReadMediaFiles>()
        .AddSingleton<ServedFileCache>()
        .InitializeMartenWith<FileLocationPathIndex>()
        .AddSingleton<ScanRoots>()
        .AddSingleton<StoreUpload>()
        .AddSingleton(provider => new WatchSettings(provider.GetRequiredService<IConfiguration>().GetValue("Sovia:WatchMediaRoots", true)))
        .AddHostedService<WatchRoots>()
        .AddScoped<IJob, ScanRootsJob>()
        .AddSingleton<ReparseEmbeddedMetadata>()
        .AddScoped<IJob, ReparseEmbeddedMetadataJob>()
        .AddSingleton<ReprobeFiles>()
        .AddScoped<IJob, ReprobeFilesJob>()
        .AddSingleton<FindDamagedVideos>()
        .AddScoped<IJob, FindDamagedVideosJob>()
        .AddSingleton<RematchFiles>()
        .AddSingleton<AttachFile>()
        .AddSingleton<CreatePostFromFile>()
        .AddSingleton<IgnoreFiles>()
        .AddScoped<SaveFrame>()
        .AddScoped<ListFilesToReview>()
        .AddScoped<FindMediaFile>()
        .AddScoped<ListPostFiles>()
        .AddScoped<FindLocalFile>()
        .AddScoped<OpenMedia>()
        .AddScoped<FindTrashFiles>()
        .AddSingleton<DeleteTrashFiles>();

    private static ConfiguredMediaRoots CreateRoots(IConfiguration configuration, Func<IConfiguration, string> dataDirectory,
        IEnumerable<ManagedMediaRoot> managedRoots) =>
        ConfiguredMediaRoots.FromSettings(ReadValues(configuration, RootsSetting), dataDirectory(configuration), managedRoots);

    private static IEnumerable<string?> ReadValues(IConfiguration configuration, string setting)
    {
        var section = configuration.GetSection(setting);
        return section.GetChildren().Select(child => child.Value).Append(section.Value);
    }
}
