using Microsoft.AspNetCore.Mvc;
using Sovia.Collections;
using Sovia.Compare;
using Sovia.Culling;
using Sovia.Pages.Collections;
using Sovia.Pages.Compare;
using Sovia.Pages.Posts;
using Sovia.Preferences;
using Sovia.Prompts;
using Sovia.Stats;
using Sovia.Trash;
using Sovia.Web;

namespace Sovia.Pages;

/// <summary>Registers and maps the pages.</summary>
public static class PagesRegistration
{
    /// <summary>The cookie that carries a toast across a redirect.</summary>
    public const string TempDataCookieName = "flash";

    /// <summary>Adds Razor Pages, with the headers of every page.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddCollections().AddCulling().AddTrash().AddPreferences().AddPrompts();
        services.AddRazorPages().AddMvcOptions(options =>
        {
            options.Filters.Add<PageHeadersFilter>();
            options.Filters.Add<UnsupportedMethodFilter>();
        });
        services.AddScoped<Duplicates.FindLookalikes>().AddSingleton<PageBufferPool>().AddSingleton<CardHtmlCache>()
            .AddScoped<PageCacheFilter>().AddScoped<BlurredItems>().AddScoped<SimilarViewBuilder>().AddCompare().AddStats()
            .AddScoped<FindChallengers>().AddScoped<Prompts.BuildPromptCards>().AddScoped<Cull.ReadCullPage>();
        services.AddScoped<ReadCollectionList>().AddScoped<PreviewCollection>();
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = TempDataCookieName);
        services.AddRouting(options => options.LowercaseUrls = true);
        return services;
    }

    /// <summary>Maps pages, static assets and the theme switch.</summary>
    public static WebApplication MapPages(this WebApplication app)
    {
        // Enables browser caching of static assets in development, as in a published site, because their URLs change with their content.
        // Live reload needs them revalidated instead.
        app.Configuration["EnableStaticAssetsDevelopmentCaching"] = LiveReload.IsEnabled ? "false" : "true";
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapCollectionRedirect();
        app.MapTheme(PreferencesMiddleware.SaveThemeAsync);
        return app;
    }
}
