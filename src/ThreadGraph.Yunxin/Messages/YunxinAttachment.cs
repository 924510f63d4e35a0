namespace ThreadGraph.Yunxin;

/// <summary>An attachment as the upstream sent it, not looked into (upstream.md 7.3: never fail on one).</summary>
/// <param name="Form">How the upstream wrote it.</param>
/// <param name="Value">
/// JSON text if <see cref="YunxinAttachmentForm.Json"/> or <see cref="YunxinAttachmentForm.JsonInString"/>; for
/// <see cref="YunxinAttachmentForm.Text"/> the string itself, without quotes.
/// </param>
public sealed record YunxinAttachment(YunxinAttachmentForm Form, string Value);
