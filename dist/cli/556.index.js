module.exports=require("../main/556.index.js");
