using Sovia.Api.Docs;


namespace Sovia.Api;

/// <summary>Maps everything that answers with something else than a page.</summary>
public static class ApiRegistration
{
    /// <summary>Adds what the API reads with, and the checks behind its probes.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services) =>
        services.AddHealth().AddScoped<MediaPostReader>().AddApiDocs();

    /// <summary>Maps bytes, pictures, download lists and probes.</summary>
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
