using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sovia.Pages.Help;

/// <summary>Lists all keyboard shortcuts; the gallery shows the same list on <c>?</c>.</summary>
public sealed class KeysModel : PageModel;
