/** One published number. `tel` is the form after `tel:`, without separators, extension after `,`. */
export interface Phone {
  readonly display: string;
  readonly tel: string;
  readonly kind: '固话' | '热线' | '手机';
  readonly extension: string | null;
}
