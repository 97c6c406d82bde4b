using Sovia.Api.Docs;


namespace Sovia.Api;

/// <summary>Registers every endpoint that is not a page.</summary>
public static class ApiRegistration
{
    /// <summary>Adds the API's readers and the health checks.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services) =>
        services.AddHealth().AddScoped<MediaPostReader>().AddSingleton<FamilyJsonCache>().AddApiDocs();

    /// <summary>Maps the API, media files, pictures, download lists and health checks.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder app)
    {
        app.MapMediaFiles();
        app.MapPictures();
        app.MapJoinedClips();
        app.MapDownloadLists();
        app.MapLikes();
        app.MapAnnotations();
        app.MapBatches();
        app.MapSimilar();
        app.MapMedia();
        app.MapStats();
        app.MapPosts();
        app.MapCollections();
        app.MapUsers();
        app.MapPrompts();
        app.MapPromptExport();
        app.MapNotImplemented();
        app.MapImports();
        app.MapExport();
        app.MapFeed();
        app.MapDanbooru();
        app.MapHealth();
        app.MapApiDocs();
        return app;
    }
}
