using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;

namespace Sovia.Web;

/// <summary>Renders a decorative icon from the sprite. Cached because a page of cards shows hundreds.</summary>
public static class Icon
{
    private const string SpritePath = "lib/lucide/icons.svg";

    private static readonly ConcurrentDictionary<(string Sprite, string Name), IHtmlContent> RenderedIcons = new();

    /// <summary>Renders the icon.</summary>
    /// <param name="context">The request, whose endpoint knows the sprite's URL.</param>
    /// <param name="name">The icon's name in the sprite.</param>
    public static IHtmlContent Render(HttpContext context, string name)
    {
        var sprite = context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[SpritePath] ?? SpritePath;
        return RenderedIcons.GetOrAdd(($"{context.Request.PathBase}/{sprite}", name), static icon =>
            new HtmlString($"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{icon.Sprite}#{icon.Name}\"></use></svg>"));
    }
}
