using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sovia.Pages.Help;

/// <summary>The search language by examples that run.</summary>
public sealed class SearchModel : PageModel;
