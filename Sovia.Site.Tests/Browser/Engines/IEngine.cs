using System.Text.Json;

namespace Sovia.Tests.Browser.Engines;

/// <summary>A browser with one page open: as much of one as a journey needs, so that one description of it goes through several.</summary>
public interface IEngine : IAsyncDisposable
{
    /// <summary>Opens an address.</summary>
    Task GoAsync(string address);

    /// <summary>Evaluates an expression without promises in the page.</summary>
    Task<JsonElement> EvaluateAsync(string expression);

    /// <summary>Presses keys, one after the other.</summary>
    /// <param name="keys">Letters, or <c>Enter</c> and the like.</param>
    /// <param name="control">Whether Control is down meanwhile.</param>
    Task PressAsync(IEnumerable<string> keys, bool control = false);

    /// <summary>Clicks at a point of the view.</summary>
    Task ClickAsync(int x, int y);

    /// <summary>Gives the view a size, or one as near as the engine allows.</summary>
    Task ResizeAsync(int width, int height);

    /// <summary>The errors that the engine has logged.</summary>
    IReadOnlyCollection<string> Complaints { get; }
}
