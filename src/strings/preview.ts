// What the live preview says: in the terminal, in the pages, and at the editor's desk.
import type { Bilingual } from "../model/diagnostic.js";

/** What `bantin watch` says in the terminal. Words in braces are filled in. */
export const watchWords = {
  open: { vi: "Xem thử: {url}", en: "Preview: {url}" },
  desk: { vi: "Bàn biên tập: {url}", en: "Editor's desk: {url}" },
  stop: { vi: "Dừng: bấm Ctrl+C", en: "To stop: Ctrl+C" },
  portTaken: {
    vi: "Cổng {wanted} đang có chương trình khác dùng nên lấy cổng {port}.",
    en: "Port {wanted} is taken by another program, so port {port} is used.",
  },
  noPort: {
    vi: "Các cổng từ {wanted} trở đi đều đang có chương trình khác dùng",
    en: "All ports from {wanted} on are taken by other programs",
  },
  otherPort: { vi: "Chọn một cổng khác, ví dụ: --port 8080", en: "Choose another one, such as: --port 8080" },
  everyone: {
    vi: "Mọi máy trong cùng mạng đều xem được, kể cả bài nháp. Bỏ --host thì chỉ máy này xem được.",
    en: "Every machine in the same network can see it, drafts included. Without --host only this machine can.",
  },
  exhausted: {
    vi: "Máy này không theo dõi được nhiều tệp như vậy, nên Bantin chuyển sang tự xem lại từng lúc (như --poll).",
    en: "This machine cannot watch so many files, so Bantin now looks at them from time to time (as with --poll).",
  },
  changed: { vi: "{what}: cập nhật trong {time}", en: "{what}: updated in {time}" },
  files: { vi: "{n} tệp", en: "{n} files" },
  everything: { vi: "cả bản tin", en: "the whole bulletin" },
  mended: { vi: "Hết lỗi.", en: "No errors left." },
  lastGood: {
    vi: "Trình duyệt vẫn hiện bản tốt gần nhất.",
    en: "The browser still shows the last good version.",
  },
  written: { vi: "Đã ghi {out}: {pages} trang.", en: "Written to {out}: {pages} pages." },
  failed: {
    vi: "Không đọc được lúc này ({message}); Bantin sẽ thử lại khi có thay đổi.",
    en: "It cannot be read just now ({message}); Bantin tries again at the next change.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What the pages of the preview say; sent to the browser in one language. */
export const previewWords = {
  errorsHeading: { vi: "Trang chưa đổi vì còn lỗi", en: "Not updated: something needs mending" },
  errorsNote: {
    vi: "Phía sau là bản tốt gần nhất. Sửa xong, thông báo này tự đóng.",
    en: "Behind this is the last good version. This closes by itself when all is mended.",
  },
  warningsHeading: { vi: "Cảnh báo", en: "Warnings" },
  close: { vi: "Đóng", en: "Close" },
  more: { vi: "và {n} mục nữa, xem ở cửa sổ lệnh", en: "and {n} more, see the command window" },
  stopped: {
    vi: "Xem thử đã dừng; trang này không còn tự cập nhật.",
    en: "The preview has stopped; this page no longer updates.",
  },
  desk: { vi: "Bàn biên tập", en: "Editor's desk" },
  draft: { vi: "Bản nháp", en: "Draft" },
  scheduled: { vi: "Hẹn ngày", en: "Scheduled" },
  expired: { vi: "Hết hạn", en: "Expired" },
  internal: { vi: "Nội bộ", en: "Internal" },
  published: { vi: "Đã đăng", en: "Published" },
  unseen: { vi: "bạn đọc chưa thấy bài này", en: "readers do not see this" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What the editor's desk says, beside the words above. */
export const deskWords = {
  intro: {
    vi: "Các bài theo tình trạng, bài sửa gần nhất ở trên.",
    en: "Stories by state, the last changed on top.",
  },
  bulletin: { vi: "Xem bản tin", en: "See the bulletin" },
  drafts: { vi: "Bản nháp", en: "Drafts" },
  scheduledStories: { vi: "Hẹn ngày đăng", en: "Scheduled" },
  outdatedStories: { vi: "Bản dịch đã cũ", en: "Outdated translations" },
  missingStories: { vi: "Chưa dịch", en: "Not translated yet" },
  expiredStories: { vi: "Hết hạn", en: "Expired" },
  internalStories: { vi: "Lưu hành nội bộ", en: "Internal" },
  publishedStories: { vi: "Đã đăng", en: "Published" },
  none: { vi: "Không có bài nào.", en: "None." },
  lacks: { vi: "thiếu: {languages}", en: "lacks: {languages}" },
  moreStories: { vi: "và {n} bài nữa", en: "and {n} more" },
  share: { vi: "Khi chia sẻ", en: "When shared" },
  noPicture: { vi: "Không có ảnh", en: "No picture" },
  noDescription: { vi: "Không có lời dẫn", en: "No description" },
  noAddress: {
    vi: "Chưa có url: trong bantin.yaml nên mạng xã hội chưa đọc được trang.",
    en: "There is no url: in bantin.yaml, so networks cannot read the page yet.",
  },
  rescrape: {
    vi: "Đã đăng mà mạng xã hội còn hiện bản cũ? Yêu cầu đọc lại:",
    en: "Published, but networks still show the old one? Ask them to read it again:",
  },
  copyAddress: { vi: "Địa chỉ của bài", en: "The article's address" },
} as const satisfies Readonly<Record<string, Bilingual>>;
