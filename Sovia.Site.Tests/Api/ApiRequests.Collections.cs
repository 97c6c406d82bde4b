namespace Sovia.Tests.Api;

/// <content>Those about collections.</content>
internal sealed partial class ApiRequests
{
    private void AddCollections(string manual, string smart)
    {
        Add("GET /api/collections", 200, "/api/collections");
        Add("POST /api/collections", 201, "/api/collections", """{"name":"Another"}""");
        Add("POST /api/collections", 400, "/api/collections", "[]");
        Add("POST /api/collections", 422, "/api/collections", """{"name":" "}""");
        Add("GET /api/collections/smart/preview", 200, "/api/collections/smart/preview?search=lighthouse");
        Add("GET /api/collections/smart/preview", 422, "/api/collections/smart/preview?limit=0");
        Add("GET /api/collections/{id}", 200, $"/api/collections/{smart}");
        Add("GET /api/collections/{id}", 404, $"/api/collections/{Nobody}");
        Add("GET /api/collections/{id}", 422, $"/api/collections/{smart}?limit=0");
        Add("PUT /api/collections/{id}", 200, $"/api/collections/{smart}", """{"description":"Seen from the sea"}""");
        Add("PUT /api/collections/{id}", 400, $"/api/collections/{smart}", "[]");
        Add("PUT /api/collections/{id}", 404, $"/api/collections/{Nobody}", """{"description":""}""");
        Add("PUT /api/collections/{id}", 422, $"/api/collections/{smart}", """{"name":" "}""");
        const string Items = "/api/collections/{id}/items";
        Add($"POST {Items}", 200, $"/api/collections/{manual}/items?media_post_id={post}");
        Add($"POST {Items}", 400, $"/api/collections/{manual}/items?media_post_id={post}");
        Add($"POST {Items}", 404, $"/api/collections/{Nobody}/items?media_post_id={post}");
        Add($"POST {Items}", 409, $"/api/collections/{smart}/items?media_post_id={post}");
        Add($"POST {Items}", 422, $"/api/collections/{manual}/items?media_post_id=none");
        Add($"DELETE {Items}/{{postId}}", 200, $"/api/collections/{manual}/items/{post}");
        Add($"DELETE {Items}/{{postId}}", 404, $"/api/collections/{manual}/items/{post}");
        Add($"DELETE {Items}/{{postId}}", 409, $"/api/collections/{smart}/items/{post}");
        Add("DELETE /api/collections/{id}", 200, $"/api/collections/{manual}");
        Add("DELETE /api/collections/{id}", 404, $"/api/collections/{Nobody}");
    }
}
