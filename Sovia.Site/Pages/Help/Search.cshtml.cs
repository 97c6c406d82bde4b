using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sovia.Pages.Help;

/// <summary>Explains the search language by examples that link to their results.</summary>
public sealed class SearchModel : PageModel;
