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

/// <summary>The pages: what they need, where they stand.</summary>
public static class PagesRegistration
{
    /// <summary>The cookie that carries a message over a redirect.</summary>
    public const string TempDataCookieName = "flash";

    /// <summary>Adds Razor Pages with the headers every page bears.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddCollections().AddCulling().AddTrash().AddPreferences().AddPrompts();
        services.AddRazorPages().AddMvcOptions(options => options.Filters.Add<PageHeadersFilter>());
        services.AddScoped<Duplicates.FindLookalikes>().AddSingleton<PageBufferPool>().AddSingleton<CardHtmlCache>()
            .AddScoped<PageCacheFilter>().AddScoped<BlurredItems>().AddScoped<BuildSimilarView>().AddCompare().AddStats()
            .AddScoped<FindChallengers>().AddScoped<Prompts.BuildPromptCards>().AddScoped<Cull.ReadCullPage>();
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = TempDataCookieName);
        services.AddRouting(options => options.LowercaseUrls = true);
        return services;
    }

    /// <summary>Maps pages, their styles and scripts, and the theme switch.</summary>
    public static WebApplication MapPages(this WebApplication app)
    {
        // Without this, only a published site lets browsers keep styles and scripts, whose addresses change with their contents.
        // Live reload needs them asked for anew.
        app.Configuration["EnableStaticAssetsDevelopmentCaching"] = LiveReload.IsEnabled ? "false" : "true";
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapCollectionRedirect();
        app.MapTheme(PreferencesMiddleware.SaveThemeAsync);
        return app;
    }
}
