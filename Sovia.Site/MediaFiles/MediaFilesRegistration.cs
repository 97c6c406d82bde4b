using Marten;
using Sovia.Jobs;
using Sovia.MediaFiles.Matching;
using Sovia.MediaFiles.Scanning;
using Sovia.MediaFiles.Trash;

namespace Sovia.MediaFiles;

/// <summary>Registers the way from posts to bytes.</summary>
public static class MediaFilesRegistration
{
    private const string Setting = "Sovia:MediaRoots";
    private const string Excluded = "Sovia:ExcludedFolders";

    /// <summary>Adds the media roots and what is found under them. The settings are read when first needed.</summary>
    /// <param name="services">The services.</param>
    /// <param name="dataDirectory">Says where the data directory is, whose folder <c>media</c> is the usual root.</param>
    public static IServiceCollection AddMediaFiles(this IServiceCollection services, Func<IConfiguration, string> dataDirectory) => services
        .AddSingleton(provider => Roots(provider.GetRequiredService<IConfiguration>(), dataDirectory, provider.GetServices<OwnRoot>()))
        .AddSingleton(provider => new Uploads(dataDirectory(provider.GetRequiredService<IConfiguration>())))
        .AddSingleton(provider => new Exclusions(Values(provider.GetRequiredService<IConfiguration>(), Excluded)))
        .AddSingleton<KnownRoots>()
        .AddSingleton<LocalMedia>()
        .AddSingleton<SweptRoots>()
        .AddSingleton<FindUnscanned>()
        .AddScoped<ReadMediaFiles>()
        .AddSingleton<ServedFiles>()
        .InitializeMartenWith<FilePlaces>()
        .AddSingleton<ScanRoots>()
        .AddSingleton<StoreUpload>()
        .AddSingleton(provider => new WatchSettings(provider.GetRequiredService<IConfiguration>().GetValue("Sovia:WatchMediaRoots", true)))
        .AddHostedService<WatchRoots>()
        .AddScoped<IJob, ScanOnRequest>()
        .AddSingleton<ReadEmbeddedAgain>()
        .AddScoped<IJob, ReadEmbeddedAgainAtStart>()
        .AddSingleton<ProbeAgain>()
        .AddScoped<IJob, ProbeAgainAtStart>()
        .AddSingleton<WatchClips>()
        .AddScoped<IJob, WatchJob>()
        .AddSingleton<MatchWaiting>()
        .AddSingleton<AttachFile>()
        .AddSingleton<TakeInFile>()
        .AddScoped<ReviewFiles>()
        .AddScoped<FileOfPost>()
        .AddScoped<FilesOfPost>()
        .AddScoped<FindBytes>()
        .AddScoped<OpenMedia>()
        .AddScoped<FindTrashFiles>()
        .AddSingleton<DeleteTrashFiles>();

    private static MediaRoots Roots(IConfiguration configuration, Func<IConfiguration, string> dataDirectory, IEnumerable<OwnRoot> own) =>
        MediaRoots.From(Values(configuration, Setting), dataDirectory(configuration), own);

    private static IEnumerable<string?> Values(IConfiguration configuration, string setting)
    {
        var section = configuration.GetSection(setting);
        return section.GetChildren().Select(child => child.Value).Append(section.Value);
    }
}
