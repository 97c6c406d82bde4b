using Sovia.Jobs;
using Sovia.Media;
using Sovia.Media.Review;
using Sovia.Media.Serving;
using Sovia.Metadata.Decoding;
using Sovia.Metadata.Probing;

namespace Sovia.Pictures;

/// <summary>Registers the thumbnail services.</summary>
public static class PicturesRegistration
{
    /// <summary>Adds the services that probe files and build pictures.</summary>
    /// <param name="services">The site's services.</param>
    /// <param name="dataDirectory">Returns the data directory, whose folder <c>thumbnails</c> contains the pictures.</param>
    public static IServiceCollection AddPictures(this IServiceCollection services, Func<IConfiguration, string> dataDirectory) => services
        .AddSingleton(_ => FfmpegTools.FindOnPath(Environment.GetEnvironmentVariable("PATH")))
        .AddSingleton<MediaProbe>()
        .AddSingleton<JoinVideos>()
        .AddSingleton(provider => CreateFolder(provider, dataDirectory))
        .AddSingleton<ContentHashCache>()
        .AddSingleton<FailedPictureCache>()
        .AddSingleton<BuildThrottle>()
        .AddSingleton<BuildPictures>()
        .AddScoped<FindPictureSource>()
        .AddScoped<OpenPicture>()
        .AddScoped<OpenRendition>()
        .AddScoped<ListUnreadableFiles>()
        .AddSingleton<PictureQueue>()
        .AddScoped<IJob, PictureJob>()
        .AddHostedService<DeletePartialPictures>()
        .AddScoped<IJob, RequeuePicturesJob>()
        .AddScoped<QueueMissingPictures>();

    private static PictureFolder CreateFolder(IServiceProvider provider, Func<IConfiguration, string> dataDirectory) => new(
        Path.GetFullPath(Path.Combine(dataDirectory(provider.GetRequiredService<IConfiguration>()), "thumbnails")),
        provider.GetRequiredService<TimeProvider>());
}
