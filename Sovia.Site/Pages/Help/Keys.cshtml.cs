using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sovia.Pages.Help;

/// <summary>Every key that does something; the gallery shows the same sheet on <c>?</c>.</summary>
public sealed class KeysModel : PageModel;
